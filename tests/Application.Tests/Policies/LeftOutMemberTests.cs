using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinerja.Application.Policies;
using NodaTime;

namespace Kinerja.Application.Tests.Policies;

/// <summary>What an author leaves out of a document, member by member, on the files that are shipped.</summary>
public sealed class LeftOutMemberTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    /// <summary>
    /// What an author must say: the whole of some kinds, and every member of a part that is given at all.
    /// </summary>
    private static readonly string[] AskedFor =
    [
        "working-time /everybody",
        "calendar /",
        "allowance /",
        "intake /mappings",
        "discipline /basis",
        "discipline /pns",
        "deduction /basis",
        "deduction /rules",
        "deduction /dayCap/",
        "distribution /pattern",
        "evaluation /matrix/",
        "evaluation /headOfUnit/",
        "evaluation /bands/",
        "objection /toObject/",
        "objection /toDecide/",
        "objection /toHear/",
        "follow-up /creditPoints/percents/",
        "follow-up /creditPoints/coefficients/",
        "follow-up /talent/predicateScores/",
        "follow-up /talent/performanceCuts/",
        "follow-up /talent/potentialCuts/",
        "follow-up /talent/boxes/",
    ];

    public static TheoryData<string> Files => [.. ShippedFiles.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_member_comes_back_as_shipped_or_is_asked_for_or_says_none(string file)
    {
        var policy = ShippedFiles.Policies.All.Single(p => $"{p.Kind}/{p.Name}.json" == file);
        var kind = PolicyKinds.Find(policy.Kind).Value;
        var all = JsonNode.Parse(policy.Json.Span)!;
        foreach (var (holder, member, place) in ShippedFilesTests.Members(all, "").ToList())
        {
            var (position, value) = (holder.IndexOf(member), holder[member]);
            holder.RemoveAt(position);
            var stored = Put(kind, all, LocalDate.Max(policy.From, NewYear));
            var expected = Expected(kind, place, policy, all);
            Assert.True(expected is null || expected == stored, $"{file} without {place} is stored as {stored}.");
            holder.Insert(position, member, value);
        }
    }

    [Theory]
    [InlineData("ranking", "ranking-2026.1")]
    [InlineData("evaluation", "evaluation-2026.1")]
    [InlineData("objection", "objection-2026.1")]
    [InlineData("discipline", "discipline-2026.1")]
    [InlineData("feedback", "feedback-2026.1")]
    [InlineData("work-plan", "work-plan-shipped-2026.1")]
    [InlineData("check-in", "check-in-2026.1")]
    [InlineData("follow-up", "follow-up-2026.1")]
    [InlineData("flexible-work", "flexible-work-template-2026.1")]
    public void An_empty_document_is_stored_as_what_is_shipped(string kind, string version) => Assert.Equal(
        Text(ShippedFiles.Policies.All.Single(p => p.Name == version)),
        Put(PolicyKinds.Find(kind).Value, new JsonObject(), NewYear));

    /// <summary>
    /// Null where it does not matter: the source of a figure is told by us, and has a test of its own.
    /// </summary>
    private static string? Expected(PolicyKind kind, string place, ShippedPolicy policy, JsonNode left)
    {
        var whole = $"{kind.Name} {place}";
        return place.EndsWith("ource", StringComparison.Ordinal) ? null
            : ShippedFilesTests.AbsentMeansNone.Contains(whole) ? left.ToJsonString(JsonFormat.Default.Options)
            : AskedFor.Any(asked => whole.StartsWith(asked, StringComparison.Ordinal)) ? "refused"
            : Text(policy);
    }

    private static string Put(PolicyKind kind, JsonNode document, LocalDate from)
    {
        using var body = JsonDocument.Parse(document.ToJsonString());
        var stored = kind.Check(body.RootElement, from, ShippedFiles.Policies);
        return stored.TryGet(out var json, out _) ? Encoding.UTF8.GetString(json.Span) : "refused";
    }

    private static string Text(ShippedPolicy policy) => Encoding.UTF8.GetString(policy.Json.Span);
}
