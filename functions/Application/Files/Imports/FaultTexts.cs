using Kinerja.Application.Json;
using Kinerja.Domain;

namespace Kinerja.Application.Files.Imports;

/// <summary>What the rules say of a cell; a few of them say more of a column than of a member of a body.</summary>
internal static class FaultTexts
{
    private static readonly Dictionary<string, string> OfColumns = new()
    {
        ["This member is required."] = "Kolom ini wajib diisi.",
        ["A date such as 2026-01-05 is expected."] = "Diharapkan tanggal seperti 2026-01-05 atau 05/01/2026.",
        ["A NIP has 18 digits."] = "NIP terdiri atas 18 angka. Di lembar kerja, NIP harus berupa teks.",
        ["Not before startedOn."] = "Tidak boleh sebelum mulai bekerja.",
    };

    internal static string Of(Sentence detail, bool indonesian) =>
        indonesian && OfColumns.TryGetValue(detail.Template, out var text) ? text : detail.In(indonesian);
}
