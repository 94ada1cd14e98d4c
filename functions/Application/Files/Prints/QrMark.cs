using System.Globalization;
using System.Text;
using QRCoder;

namespace Kinerja.Application.Files.Prints;

/// <summary>
/// A text as a QR code (ISO/IEC 18004) with the quiet zone around it. Correction level M: 15% of it may be soiled.
/// </summary>
internal static class QrMark
{
    internal static SvgPath Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x])
                {
                    continue;
                }

                var from = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h{from - x}z");
            }
        }

        return new SvgPath(rows.Count, path.ToString());
    }
}
