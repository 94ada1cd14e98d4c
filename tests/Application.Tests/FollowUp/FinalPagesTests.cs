using System.Security.Cryptography;
using System.Text.Json;
using Kinerja.Application.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Tests.FollowUp;

/// <summary>Pages of final predicates: a consumer knows by counts and hashes that it has all of them.</summary>
public sealed class FinalPagesTests
{
    private static readonly byte[] Manifest = [1, 2, 3];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1000, 1)]
    [InlineData(1001, 2)]
    [InlineData(2500, 3)]
    public void Each_page_names_the_manifest_counts_everybody_and_chains_to_those_before(int people, int pages)
    {
        var told = FollowUpEvents.Finalised(Some.Run(), People(people), Manifest);

        Assert.Equal(pages, told.Count);
        var chain = new byte[32];
        foreach (var one in told)
        {
            var page = JsonDocument.Parse(one.Json).RootElement;
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Manifest)), Text(page, "manifestSha256"));
            Assert.Equal(Convert.ToHexStringLower(chain), Text(page, "chainBeforeSha256"));
            Assert.Equal(people - (people / 2), page.GetProperty("assessed").GetInt32());
            Assert.Equal(people / 2, page.GetProperty("notAssessed").GetInt32());
            chain = SHA256.HashData([.. chain, .. SHA256.HashData(one.Json.ToArray())]);
        }

        Assert.Equal(people, told.Sum(one => JsonDocument.Parse(one.Json).RootElement.GetProperty("people")
            .GetArrayLength()));
    }

    [Fact]
    public void No_time_enters_the_bytes_and_what_is_final_once_more_has_ids_of_its_own()
    {
        var first = FollowUpEvents.Finalised(Some.Run() with { FinalSince = Some.Morning }, People(3), Manifest)[0];
        var again = FollowUpEvents.Finalised(
            Some.Run() with
            {
                FinalSince = Some.Morning + NodaTime.Duration.FromDays(30),
                Reopenings = [new(Some.Person("peg-head"), "Putusan banding.", 1, Some.Morning, new(2026, 5, 1))],
            },
            People(3),
            Manifest)[0];

        Assert.Equal(first.Json.ToArray(), again.Json.ToArray());
        Assert.Equal(
            ("menpanrb_2026-Q1_r1_predicates_00001", "menpanrb_2026-Q1_r1_1_predicates_00001"), (first.Id, again.Id));
    }

    /// <summary>Every second one has no rating.</summary>
    private static List<EmployeeEvaluation> People(int count) => [.. Enumerable.Range(0, count).Select(i =>
        new EmployeeEvaluation(
            Some.Person($"peg-{i:D5}"),
            i % 2 == 0
                ? new Assessment(
                    Predicate.Good, ExpectationLevel.Meets, ExpectationLevel.Meets, Some.Score(90), Some.Score(90))
                : NotAssessedReason.NoRating,
            "evaluation-2026.1"))];

    private static string Text(JsonElement page, string name) => page.GetProperty(name).GetString()!;
}
