-- Who is in charge of the documents that came with the portal, and the cases that are there already: the worker takes them into the register.
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BTP')
WHERE drafter_id IS NULL AND key IN ('91/2015/qh13', '104/2016/qh13', '20/2008/nd-cp', '63/2010/nd-cp', '92/2017/nd-cp', '48/2025/qd-ttg', '206/2025/qh15');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BNV')
WHERE drafter_id IS NULL AND key IN ('45/2019/qh14', '33/2024/qh15', '01/2011/qh13', '10/2022/qh15', '59/2023/nd-cp', '30/2020/nd-cp');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'TTCP')
WHERE drafter_id IS NULL AND key IN ('02/2011/qh13', '25/2018/qh14', '42/2013/qh13', '136/2025/qh15', '64/2014/nd-cp', '154/2026/nd-cp', '155/2026/nd-cp', '156/2026/nd-cp', '07/2014/tt-ttcp', '05/2021/tt-ttcp');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BCA')
WHERE drafter_id IS NULL AND key IN ('91/2025/qh15', '26/2023/qh15', '59/2014/qh13', '60/2024/qh15', '13/2023/nd-cp', '356/2025/nd-cp');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BKHCN')
WHERE drafter_id IS NULL AND key IN ('93/2025/qh15', '29/2013/qh13', '20/2023/qh15', '51/2005/qh11', '24/2023/qh15', '50/2005/qh11', '13/2012/nd-cp', '42/2022/nd-cp', '64/2007/nd-cp', '224/2026/nd-cp', '23/2025/nd-cp', '1131/qd-ttg', '21/2026/qd-ttg', '18/2013/tt-bkhcn');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BNNMT')
WHERE drafter_id IS NULL AND key IN ('31/2024/qh15', '45/2013/qh13');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'BTC')
WHERE drafter_id IS NULL AND key IN ('59/2020/qh14');
--> statement-breakpoint
UPDATE law SET drafter_id = (SELECT id FROM agency WHERE code = 'VPCP')
WHERE drafter_id IS NULL AND key IN ('31/2021/qd-ttg');
--> statement-breakpoint
INSERT INTO register_task (document_key, after_case_id) SELECT '', 0 WHERE EXISTS (SELECT 1 FROM case_provision);
