using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tests.Policies;

/// <summary>What has been shipped stays as it was: results name it, and are explained and repeated by it.</summary>
public sealed class ShippedFilesTests
{
    /// <summary>Each version as it was first shipped. A line is added with a new version and never changed.</summary>
    private static readonly Dictionary<string, string> Sha256 = new()
    {
        ["allowance/allowance-lhk-6-2024.json"] =
            "a18e073761f2bba2eeef3e201de2e9154d496d09f75a6da8e97bee7aac7c93d6",
        ["allowance/allowance-luar-negeri-3-2025.json"] =
            "315a0f186486311bce7802c15055b15b3b92cb03b2789d4bab5386714691329e",
        ["calendar/calendar-shipped-2026.1.json"] =
            "a36d6ca6c27a0c19e4d276b3fabfda7b941845902bd9fb1988214c37b22391e5",
        ["calendar/calendar-shipped-2027.1.json"] =
            "8c951f0b0ee59e7ada5918bb5275c6396bc6b2453c18baf154f2dcf00bd672fa",
        ["check-in/check-in-2026.1.json"] =
            "4374b01c3a2ebea3478a60a5adcd2546649f22c28a7c180cdaf813b76293868f",
        ["deduction/deduction-bgn-4-2025.json"] =
            "796e645900ae3e0bbb984c09185fce11969c45a09a82483576e7926fe9bdd166",
        ["deduction/deduction-day-cap.json"] =
            "ff0ac34cd40865866b4ebdb4b5740a1a8be48c6bbab5c4f83d4585ad2bdd8291",
        ["deduction/deduction-pertanian-68-2012.json"] =
            "12ebef45e6b1274c1fd0335bbb4a013a7b12920036a7ccb811e2cf44b4f3bed8",
        ["discipline/discipline-2026.1.json"] =
            "bcf7f9d45cf23bedc96e2fcc7744c78f6082a44abdcc60772c68f625b11345a1",
        ["discipline/discipline-pp-94-2021.json"] =
            "c8d198b9c34bef71efac99d0822e0e988de3b8c6ef87556997f57530c69e9c2d",
        ["distribution/distribution-2026.1.json"] =
            "fa2479111ecd7bc87abf7de37b615ff7492d80407e000fcb6e9aa4351c0776a6",
        ["evaluation/evaluation-2026.1.json"] =
            "e2a5b10e28c110aaa3bca8cc68f3aa60095ae33e5b8d3142c360afd166ac5aac",
        ["feedback/feedback-2026.1.json"] =
            "2695d11580a4aff4111a1f7fa289472ae679671a67c192493ab116d4c451252a",
        ["flexible-work/flexible-work-template-2026.1.json"] =
            "761d29360a273731decee6628aaade025b3839c1ccdeea03b6e336f0b86107f3",
        ["intake/intake-none.json"] =
            "d96c58807aae83c063743f395d1b7a9c7dfdf641382f720a0bd9bf93c063bc99",
        ["follow-up/follow-up-2026.1.json"] =
            "fda97976dbb328d9ecbeca2a42bbef1e827e27a2e3352e8ad7f44fd0b5ff374b",
        ["objection/objection-2026.1.json"] =
            "51c7103cfb424c54192eb7595329d9d846a829ff5e2b4e6c193141bf0eaa5f2a",
        ["ranking/ranking-2026.1.json"] =
            "586875b7192a48f6e2f2ee6d6f4a3265c1a5d2acecc03fa453bb204a3aba6286",
        ["ruling/ruling-2026.1.json"] =
            "e7b60afc13d3b72bf8c65686bfd5acaea4a1343a1564201cdd6ccce810e1a8c8",
        ["work-plan/work-plan-shipped-2026.1.json"] =
            "334dc2e0152963d3d2e281a46a45db3093d464d082681a044a76a7475ce70925",
        ["working-time/working-time-shipped-2026.1.json"] =
            "dab3826c1f3cb5e6ff48fd83dd4d127324216d8d0402a6dbd5ce128a20398c68",
        ["working-time/working-time-shipped-2027.1.json"] =
            "be6ac473c5600cce430f82231dac90407a9b30751c6654024d881ac9c2cf10a7",
    };

    /// <summary>
    /// Members whose absence says something: no season, no break, no cap, no upper end; no days or no start are
    /// granted; days in a row do nothing.
    /// </summary>
    internal static readonly HashSet<string> AbsentMeansNone =
    [
        "working-time /everybody/seasons",
        "working-time /everybody/week/breakMinutes",
        "working-time /everybody/seasons/week/breakMinutes",
        "deduction /dayCap",
        "deduction /rules/bands/toMinutes",
        "discipline /pns/inARow",
        "follow-up /grants/daysPerWeek",
        "follow-up /grants/start",
    ];

    public static TheoryData<string> Files => [.. ShippedFiles.Names];

    [Fact]
    public void Nothing_that_was_shipped_is_changed_or_taken_away()
    {
        foreach (var (file, sha256) in Sha256)
        {
            var now = ShippedFiles.Names.Contains(file)
                ? Convert.ToHexStringLower(SHA256.HashData(ShippedFiles.Bytes(file)))
                : "gone";
            Assert.True(
                now == sha256,
                $"Policies/Shipped/{file} was shipped with SHA-256 {sha256} and is {now} now. Runs name it and must be"
                + " repeated by it: put the file back as it was, and write a new version beside it, with a first day of"
                + " its own.");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_is_held_by_its_hash(string file) => Assert.True(
        Sha256.ContainsKey(file),
        $"Policies/Shipped/{file} is new: add it to the list here, and never change it again once it is released.");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_is_read_and_writes_the_same_again(string file)
    {
        var (kind, policy) = Find(file);
        using var document = JsonDocument.Parse(policy.Json);
        var written = kind.Check(document.RootElement, FirstDay(policy), ShippedFiles.Policies);
        Assert.Null(written.Refusal);
        Assert.Equal(Text(policy.Json.Span), Text(written.Value.Span));
    }

    /// <summary>So nothing that is read can come from anywhere but the file.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Every_member_of_a_file_is_needed(string file)
    {
        var (kind, policy) = Find(file);
        var all = JsonNode.Parse(policy.Json.Span)!;
        Assert.Null(Reading(policy, all));
        foreach (var (holder, member, place) in Members(all, "").ToList())
        {
            var value = holder[member];
            holder.Remove(member);
            var expected = AbsentMeansNone.Contains($"{kind.Name} {place}");
            Assert.True(expected == Reading(policy, all) is null, $"{file} without {place}: read is {!expected}.");
            holder[member] = value;
        }
    }

    [Fact]
    public void Names_are_unique_and_no_document_of_an_agency_is_called_so()
    {
        var all = ShippedFiles.Policies.All;
        Assert.Equal(all.Count, all.Select(p => p.Name).Distinct().Count());
        Assert.All(all, p => Assert.DoesNotMatch(@"-\d{4}-\d{2}-\d{2}\.\d+$", p.Name));
    }

    [Fact]
    public void Of_every_kind_versions_begin_on_days_of_their_own()
    {
        Assert.Equal(
            PolicyKinds.All.Select(k => k.Name).Order(),
            ShippedFiles.Policies.All.Select(p => p.Kind).Distinct().Order());
        Assert.All(ShippedFiles.Policies.All.Where(p => p.Use != ShippedUse.Named).GroupBy(p => p.Kind), versions =>
        {
            Assert.Equal(versions.Count(), versions.Select(v => v.From).Distinct().Count());
            Assert.Single(versions.Select(v => v.Use).Distinct());
        });
    }

    [Fact]
    public void Every_kind_but_two_ships_what_holds_from_the_beginning_of_time() => Assert.Equal(
        PolicyKinds.All.Select(k => k.Name).Except(["calendar", "flexible-work"]).Order(),
        ShippedFiles.Policies.All
            .Where(p => p.Use == ShippedUse.Holds && p.From == LocalDate.MinIsoValue)
            .Select(p => p.Kind)
            .Order());

    /// <summary>Another agency's table of money is nobody's default.</summary>
    [Fact]
    public void Of_deductions_and_allowances_nothing_holds_without_an_agencys_own_document()
    {
        Assert.Empty(PolicyKinds.Deduction.Bind([], ShippedFiles.Policies).Documents);
        Assert.Empty(PolicyKinds.Allowance.Bind([], ShippedFiles.Policies).Documents);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_file_says_what_the_rules_are_tested_with(string file)
    {
        var name = file[(file.IndexOf('/', StringComparison.Ordinal) + 1)..^".json".Length];
        if (Samples.ByName.TryGetValue(name, out var sample))
        {
            Assert.Equal(Plain.Of(sample), Plain.Of(Samples.Read(Find(file).Policy).Value));
        }
        else
        {
            Assert.False(
                name.Contains("2026.1", StringComparison.Ordinal), $"{name} has no sample in tests/Shared/Policies.");
        }
    }

    private static (PolicyKind Kind, ShippedPolicy Policy) Find(string file)
    {
        var policy = ShippedFiles.Policies.All.Single(p => $"{p.Kind}/{p.Name}.json" == file);
        return (PolicyKinds.Find(policy.Kind).Value, policy);
    }

    private static Refusal? Reading(ShippedPolicy policy, JsonNode document) =>
        Samples.Read(policy with { Json = System.Text.Encoding.UTF8.GetBytes(document.ToJsonString()) }).Refusal;

    private static LocalDate FirstDay(ShippedPolicy policy) =>
        policy.From == LocalDate.MinIsoValue ? new(2026, 1, 1) : policy.From;

    private static string Text(ReadOnlySpan<byte> utf8) => System.Text.Encoding.UTF8.GetString(utf8);

    /// <summary>Every member at every depth; places in lists are left out of its name.</summary>
    internal static IEnumerable<(JsonObject Holder, string Member, string Place)> Members(
        JsonNode? node, string place) =>
        node switch
        {
            JsonObject holder => holder.ToList().SelectMany(m =>
                Members(m.Value, $"{place}/{m.Key}").Prepend((holder, m.Key, $"{place}/{m.Key}"))),
            JsonArray list => list.SelectMany(item => Members(item, place)),
            _ => [],
        };
}
