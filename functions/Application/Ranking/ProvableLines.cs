using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kinerja.Domain;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>The two lists of a ranking of which every line can be proven.</summary>
public enum ProvableList
{
    Ranking,
    LeftOut,
}

/// <summary>A line before it is written: whose it is, and what it says of the person.</summary>
internal readonly record struct ProvableLine(EmployeeId Person, Action<Utf8JsonWriter> Write);

/// <summary>A page with the leaf of each of its lines, kept while it was written: a manifest reads no page.</summary>
internal sealed record ProvablePage(int Number, ReadOnlyMemory<byte> Json, IReadOnlyList<byte[]> Leaves)
    : RankingPage(Number, Json);

/// <summary>
/// Lines as leaves of a tree. A leaf's entry is the line's JSON object as it stands in its page, from brace to brace in
/// UTF-8. Its last member is a salt, which hides it from whoever holds the proof of a neighbour.
/// </summary>
internal static class ProvableLines
{
    private const int SaltBytes = 16;

    internal static ProvablePage PageOf(
        EvaluationRun run, ProvableList list, int number, IReadOnlyCollection<ProvableLine> lines)
    {
        var (page, leaves) = (new ArrayBufferWriter<byte>(1024), new List<byte[]>(lines.Count));
        using (var json = new Utf8JsonWriter(page))
        {
            json.WriteStartObject();
            RankingContract.WriteHead(json, run);
            json.WriteNumber("page", number);
            json.WriteStartArray(NameOf(list));
            foreach (var line in lines)
            {
                json.Flush();
                var begin = page.WrittenCount;
                json.WriteStartObject();
                line.Write(json);
                WriteSalt(json, run, list, line.Person);
                json.WriteEndObject();
                json.Flush();
                // From the second line on a comma stands before the brace.
                leaves.Add(MerkleTree.LeafOf(page.WrittenSpan[begin..].TrimStart((byte)',')));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new(number, page.WrittenMemory, leaves);
    }

    /// <summary>
    /// Ids and scores can be guessed, and a guess be held against a hash: 128 bits that nobody can guess stand between.
    /// Another list of the same person has another salt, since the ranking's is published and the reasons for leaving
    /// out are not.
    /// </summary>
    private static void WriteSalt(Utf8JsonWriter json, EvaluationRun run, ProvableList list, EmployeeId person)
    {
        var of = Encoding.UTF8.GetBytes($"{JsonFormat.Name(list)} {run.RevisionName} {person}");
        var salt = HMACSHA256.HashData(Convert.FromHexString(run.LineSecret), of);
        json.WriteString("salt", Convert.ToHexStringLower(salt.AsSpan(0, SaltBytes)));
    }

    /// <summary>The lines of a page, each exactly as it stands there.</summary>
    internal static IReadOnlyList<byte[]> EntriesOf(RankingPage page, ProvableList list)
    {
        using var json = JsonDocument.Parse(page.Json);
        return [.. json.RootElement.GetProperty(NameOf(list)).EnumerateArray()
            .Select(line => JsonMarshal.GetRawUtf8Value(line).ToArray())];
    }

    internal static EmployeeId PersonOf(byte[] entry)
    {
        using var json = JsonDocument.Parse(entry);
        return EmployeeId.Parse(json.RootElement.GetProperty("employeeId").GetString()).Value;
    }

    /// <summary>Of an entry of the ranking.</summary>
    internal static TopShare TopOf(byte[] entry)
    {
        using var json = JsonDocument.Parse(entry);
        return EnumNames<TopShare>.ByName[json.RootElement.GetProperty("topShare").GetString()!];
    }

    private static string NameOf(ProvableList list) => list == ProvableList.Ranking ? "lines" : "people";
}
