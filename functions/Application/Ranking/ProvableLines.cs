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

/// <summary>
/// Lines as leaves of a tree. A leaf's entry is the line's JSON object as it stands in its page, from brace to brace in
/// UTF-8. Its last member is a salt, which hides it from whoever holds the proof of a neighbour.
/// </summary>
internal static class ProvableLines
{
    private const int SaltBytes = 16;

    /// <summary>
    /// Ids and scores can be guessed, and a guess be held against a hash: 128 bits that nobody can guess stand between.
    /// Another list of the same person has another salt, since the ranking's is published and the reasons for leaving
    /// out are not.
    /// </summary>
    internal static void WriteSalt(Utf8JsonWriter json, EvaluationRun run, ProvableList list, EmployeeId person)
    {
        var of = Encoding.UTF8.GetBytes($"{JsonFormat.Name(list)} {run.RevisionName} {person}");
        var salt = HMACSHA256.HashData(Convert.FromHexString(run.LineSecret), of);
        json.WriteString("salt", Convert.ToHexStringLower(salt.AsSpan(0, SaltBytes)));
    }

    /// <summary>The lines of a page, each exactly as it stands there.</summary>
    internal static IReadOnlyList<byte[]> EntriesOf(RankingPage page, ProvableList list)
    {
        using var json = JsonDocument.Parse(page.Json);
        return [.. json.RootElement.GetProperty(list == ProvableList.Ranking ? "lines" : "people").EnumerateArray()
            .Select(line => JsonMarshal.GetRawUtf8Value(line).ToArray())];
    }

    internal static IReadOnlyList<byte[]> LeavesOf(RankingPage page, ProvableList list) =>
        [.. EntriesOf(page, list).Select(entry => MerkleTree.LeafOf(entry))];

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
}
