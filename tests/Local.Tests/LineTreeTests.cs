using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kinerja.Domain.Ranking;
using Kinerja.Local.Ministry;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests;

/// <summary>
/// What a reader copies from, C# and JavaScript: each on its own finds the roots of this program and refuses what was
/// changed.
/// </summary>
public sealed partial class LineTreeTests
{
    private static readonly int[] Sizes = [1, 2, 3, 5, 8, 13, 31, 257];

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void The_root_is_the_one_that_is_published()
    {
        foreach (var size in Sizes.Append(0))
        {
            Assert.Equal(RootOf(Lines(size)), LineTree.RootOf(Lines(size)));
        }
    }

    [Fact]
    public void A_proof_holds_and_no_changed_one_does()
    {
        foreach (var (proof, size, root, holds) in Cases())
        {
            Assert.True(holds == LineTree.Proves(proof, size, root), $"{proof} among {size}");
        }
    }

    [Fact]
    public async Task JavaScript_finds_the_same_roots_and_judges_every_proof_the_same()
    {
        var cases = Cases().ToList();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(
            new
            {
                Pages = Sizes.Select(
                    size => $$"""{"revision":1,"page":1,"lines":[{{string.Join(',', Lines(size))}}]}"""),
                Proofs = cases.Select(c => new { c.Proof, c.Size, c.Root }),
            },
            Web));
        await using var node = ChildProcess.Start(
            "node",
            [
                Path.Combine(RepositoryFolder.Root, "tests", "Local.Tests", "line-cases.mjs"),
                RepositoryFolder.Local,
                file
            ]);
        var told = await node.FirstMatchAsync(Result(), TimeSpan.FromSeconds(60));
        File.Delete(file);

        var result = JsonElement.Parse(told.Groups[1].Value);
        Assert.Equal(
            Sizes.Select(size => RootOf(Lines(size))),
            result.GetProperty("roots").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(
            cases.Select(c => c.Holds), result.GetProperty("holds").EnumerateArray().Select(h => h.GetBoolean()));
    }

    private static IEnumerable<(LineProof Proof, int Size, string Root, bool Holds)> Cases()
    {
        foreach (var size in Sizes)
        {
            var (lines, root) = (Lines(size), RootOf(Lines(size)));
            foreach (var index in new[] { 0, size / 2, size - 1 }.Distinct())
            {
                var path = InclusionProof.Of(LeavesOf(lines), index).Path.Select(Convert.ToHexStringLower).ToList();
                var proof = new LineProof(lines[index], index, size, path);
                yield return (proof, size, root, true);
                yield return (
                    proof with { Line = proof.Line.Replace("97.5", "97.6", StringComparison.Ordinal) },
                    size,
                    root,
                    false);
                yield return (proof with { Index = size }, size, root, false);
                yield return (proof with { Index = -1 }, size, root, false);
                yield return (proof with { TreeSize = size + 1 }, size, root, false);
                yield return (proof, size + 1, root, false);
                yield return (proof with { Path = [.. path, root] }, size, root, false);
                yield return (proof, size, RootOf(Lines(size + 1)), false);
                if (size > 1)
                {
                    yield return (proof with { Index = (index + 1) % size }, size, root, false);
                    yield return (proof with { Path = [.. path.Skip(1)] }, size, root, false);
                    yield return (proof with { Path = [.. path.SkipLast(1), root] }, size, root, false);
                }
            }
        }
    }

    private static string[] Lines(int size) => [.. Enumerable.Range(1, size).Select(i => FormattableString.Invariant(
        $$"""{"place":{{i}},"percentRank":1E-05,"employeeId":"peg-{{i:D4}}","score":97.5,"salt":"{{i:x32}}"}"""))];

    private static List<byte[]> LeavesOf(string[] lines) =>
        [.. lines.Select(line => MerkleTree.LeafOf(Encoding.UTF8.GetBytes(line)))];

    private static string RootOf(string[] lines) => Convert.ToHexStringLower(MerkleTree.RootOf(LeavesOf(lines)));

    [GeneratedRegex("^result (.*)$")]
    private static partial Regex Result();
}
