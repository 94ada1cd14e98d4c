using System.Text.RegularExpressions;
using Kinerja.Application.Json;

namespace Kinerja.Application.Files.Imports;

/// <summary>
/// What the rules say of a cell, in Indonesian. A sentence that is not here is told by its code's title, with the
/// sentence itself behind it.
/// </summary>
internal static partial class FaultTexts
{
    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["This member is required."] = "Kolom ini wajib diisi.",
        ["A date such as 2026-01-05 is expected."] = "Diharapkan tanggal seperti 2026-01-05 atau 05/01/2026.",
        ["A number is expected."] = "Diharapkan angka.",
        ["A whole number is expected."] = "Diharapkan bilangan bulat.",
        ["ya or tidak, true or false is expected."] = "Diharapkan ya atau tidak.",
        ["A NIP has 18 digits."] = "NIP terdiri atas 18 angka. Di lembar kerja, NIP harus berupa teks.",
        ["This NIP is another person's."] = "NIP ini milik pegawai lain.",
        ["This unit is not registered."] = "Unit kerja ini belum terdaftar.",
        ["This post is not registered."] = "Jabatan ini belum terdaftar.",
        ["Not registered."] = "Belum terdaftar.",
        ["Not the rater of record."] = "Bukan pejabat penilai yang tercatat.",
        ["Nobody rates themselves."] = "Tidak seorang pun menilai dirinya sendiri.",
        ["Not before startedOn."] = "Tidak boleh sebelum mulai bekerja.",
        ["A text without control characters, marks of direction and NIPs is expected."] =
            "Diharapkan teks tanpa karakter kendali, penanda arah, dan NIP.",
        ["An IANA time zone such as Asia/Jakarta is expected."] = "Diharapkan zona waktu seperti Asia/Jakarta.",
        ["The formula of this cell has no value."] = "Rumus di sel ini tidak menghasilkan nilai.",
        ["A spreadsheet has rounded this number: give the NIP as text."] =
            "Angka ini dibulatkan oleh aplikasi lembar kerja: tulis NIP sebagai teks.",
        ["A row above says something of the same from the same day."] =
            "Baris di atas sudah menyebut hal yang sama sejak hari yang sama.",
    };

    internal static string Indonesian(string code, string detail) =>
        Sentences.TryGetValue(detail, out var text) ? text
        : OneOf().Match(detail) is { Success: true } choice ? $"Diharapkan salah satu dari: {choice.Groups[1].Value}."
        : Length().Match(detail) is { Success: true } length
            ? $"Diharapkan teks sepanjang {length.Groups[1].Value} sampai {length.Groups[2].Value} karakter."
        : Id().Match(detail) is { Success: true } id
            ? $"Diharapkan {id.Groups[1].Value} sampai {id.Groups[2].Value} huruf kecil, angka, dan tanda hubung, "
                + "tidak diawali tanda hubung, dan bukan NIP."
        : Whole().Match(detail) is { Success: true } whole
            ? $"Diharapkan bilangan bulat {whole.Groups[1].Value} sampai {whole.Groups[2].Value}."
        : $"{ProblemTitles.Of(code, indonesian: true)} ({detail})";

    [GeneratedRegex("^One of (.+) is expected\\.$")]
    private static partial Regex OneOf();

    [GeneratedRegex("^A text of (\\d+) to (\\d+) characters is expected\\.$")]
    private static partial Regex Length();

    [GeneratedRegex("^A whole number from (\\d+) to (\\d+) is expected\\.$")]
    private static partial Regex Whole();

    [GeneratedRegex("^(\\d+) to (\\d+) lower-case letters, digits and hyphens are expected, no hyphen in front")]
    private static partial Regex Id();
}
