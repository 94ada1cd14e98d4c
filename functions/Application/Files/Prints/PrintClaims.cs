using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;

namespace Kinerja.Application.Files.Prints;

/// <summary>What is printed.</summary>
public enum PrintKind
{
    /// <summary>The evaluation document (dokumen evaluasi, after Format D.1.1).</summary>
    Evaluation,

    /// <summary>A work plan (SKP).</summary>
    WorkPlan,

    /// <summary>A month's attendance sheet (daftar hadir).</summary>
    Attendance,

    /// <summary>The decision on an objection (keputusan atas keberatan).</summary>
    ObjectionDecision,

    /// <summary>A grant letter (surat pemberian).</summary>
    Grant,
}

/// <summary>
/// What a paper's mark says, signed: of which agency and person (surrogate id), of what, when it was printed (seconds),
/// and the figures that stand on the paper, as the wire writes them. No name.
/// </summary>
public sealed record PrintClaims(
    [property: JsonPropertyName("iss")] string Issuer,
    [property: JsonPropertyName("iat")] long IssuedAt,
    [property: JsonPropertyName("sub")] EmployeeId Subject,
    AgencyId Agency,
    PrintKind Print,
    string Of,
    IReadOnlyDictionary<string, string> Figures);

/// <summary>Signs what papers say with the key of receipts, whose public halves are published.</summary>
public sealed class PrintSeals(ReceiptKey key)
{
    private readonly CompactJws _jws = new(key, "kinerja-print+jwt");

    internal string Sign(PrintClaims claims) =>
        _jws.Sign(JsonSerializer.SerializeToUtf8Bytes(claims, JsonFormat.Default.PrintClaims));
}
