using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Exchange;

namespace Kinerja.Application.Exchange;

/// <summary>
/// SIASN's own shapes, as public clients show them: names of one case in what is sent and of another in what is read,
/// numbers as texts, and a list that is a text where there is nothing. What is read is read by name, whatever its case.
/// </summary>
internal static class SiasnJson
{
    private const string Assessor = "ASN";

    /// <summary>A quarter or a month, as <c>kinerjaperiodik/save</c> takes it.</summary>
    internal static ReadOnlyMemory<byte> Periodic(
        SiasnRecord record, SiasnPerson rater, string periodId, string coefficientId) => Write(record, rater, json =>
        {
            var (year, first, last) = record.Months;
            json.WriteString("pnsDinilaiId", record.PersonId);
            json.WriteString("koefisienId", coefficientId);
            json.WriteString("periodikId", periodId);
            json.WriteString("bulanMulaiPenilaian", first.ToString(CultureInfo.InvariantCulture));
            json.WriteString("bulanSelesaiPenilaian", last.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("tahunMulaiPenilaian", year);
            json.WriteNumber("tahunSelesaiPenilaian", year);
            json.WriteString("penilaiJabatanNama", rater.Post ?? "");
        });

    /// <summary>A year, as <c>skp22/save</c> takes it.</summary>
    internal static ReadOnlyMemory<byte> Yearly(SiasnRecord record, SiasnPerson rater) => Write(record, rater, json =>
    {
        json.WriteString("pnsDinilaiOrang", record.PersonId);
        json.WriteString("penilaiJabatan", rater.Post ?? "");
    });

    /// <summary>The person of <c>pns/data-utama</c>; null where the answer names none.</summary>
    internal static SiasnPerson? ReadPerson(SiasnAnswer answer) =>
        Data(answer) is { ValueKind: JsonValueKind.Object } data
        && Text(data, "id") is { } id && Text(data, "nipBaru") is { } nip && Text(data, "nama") is { } name
            ? new(id, nip, name, Text(data, "jabatanNama"), Text(data, "unorNama"), Text(data, "golRuangAkhirId"))
            : null;

    /// <summary>The records of a person's list; null where it is none, or one of them has no id or no time.</summary>
    internal static IReadOnlyList<SiasnRecord>? ReadRecords(SiasnAnswer answer, bool yearly)
    {
        if (Data(answer) is not { ValueKind: JsonValueKind.Array } data)
        {
            return null;
        }

        var records = data.EnumerateArray().Select(row => ReadRecord(row, yearly)).ToList();
        return records.Contains(null) ? null : [.. records.OfType<SiasnRecord>()];
    }

    /// <summary>SIASN says that there is nothing by a 404 whose code is 0; any other 404 is a fault.</summary>
    internal static bool SaysNothing(SiasnAnswer answer) =>
        answer.Status == 404 && Root(answer) is { } root && Number(root, "code") == 0;

    internal static string? MessageOf(SiasnAnswer answer) =>
        Root(answer) is { } root ? Text(root, "message") ?? Text(root, "data") : null;

    private static ReadOnlyMemory<byte> Write(SiasnRecord record, SiasnPerson rater, Action<Utf8JsonWriter> rest)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, ReadableJson.Writer))
        {
            json.WriteStartObject();
            if (record.Id is { } id)
            {
                json.WriteString("id", id);
            }

            rest(json);
            json.WriteNumber("tahun", record.Months.Year);
            json.WriteNumber("hasilKinerjaNilai", record.Result);
            json.WriteNumber("perilakuKerjaNilai", record.Behaviour);
            json.WriteNumber("kuadranKinerjaNilai", record.Predicate);
            json.WriteString("penilaiNama", rater.Name);
            json.WriteString("penilaiNipNrp", rater.Nip);
            json.WriteString("penilaiUnorNama", rater.Unit ?? "");
            json.WriteString("penilaiGolongan", rater.Grade ?? "");
            json.WriteString("statusPenilai", Assessor);
            json.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private static SiasnRecord? ReadRecord(JsonElement row, bool yearly)
    {
        if (row.ValueKind != JsonValueKind.Object || Text(row, "id") is not { } id
            || (Number(row, "tahun") ?? Number(row, "tahunMulaiPenilaian")) is not { } year)
        {
            return null;
        }

        var (first, last) = yearly
            ? (1, 12)
            : (Number(row, "bulanMulaiPenilaian"), Number(row, "bulanSelesaiPenilaian"));
        return first is null || last is null
            ? null
            : new(
                id, Text(row, "pnsDinilaiId") ?? Text(row, "pnsDinilaiOrang"), new(year, first.Value, last.Value),
                Number(row, "hasilKinerjaNilai") ?? 0, Number(row, "perilakuKerjaNilai") ?? 0,
                Number(row, "kuadranKinerjaNilai") ?? Number(row, "kuadranNilai") ?? 0,
                Text(row, "penilaiNipNrp") ?? Text(row, "nipNrpPenilai"));
    }

    private static JsonElement? Data(SiasnAnswer answer) =>
        answer.Status == 200 && Root(answer) is { } root ? Member(root, "data") : null;

    private static JsonElement? Root(SiasnAnswer answer)
    {
        if (answer.Body is not { } body)
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(body.Span) is { ValueKind: JsonValueKind.Object } root ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Member(JsonElement whole, string name)
    {
        foreach (var member in whole.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>A text, or a number as its text; null where it is empty or missing.</summary>
    private static string? Text(JsonElement whole, string name) => Member(whole, name) switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } said => said,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    private static int? Number(JsonElement whole, string name) =>
        int.TryParse(Text(whole, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
