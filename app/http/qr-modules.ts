import qrcode from "qrcode";

/** The dark and light modules of the QR code of an address, row by row. */
export function qrModules(address: string): boolean[][] {
  const { size, data } = qrcode.create(address, { errorCorrectionLevel: "M" }).modules;
  return Array.from({ length: size }, (_row, y) =>
    Array.from({ length: size }, (_cell, x) => data[y * size + x] === 1),
  );
}
