using System.Text.RegularExpressions;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Explanations;
using Kinerja.Application.Feedback;
using Kinerja.Application.Runs;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Tests.Explanations;

/// <summary>The words of explanations, in both languages.</summary>
public sealed partial class ExplanationTextsTests
{
    /// <summary>Every code with its words.</summary>
    public static IEnumerable<object[]> Words =>
    [
        .. Each<ExplanationCode>(ExplanationTexts.Templates),
        .. Each<SkpStepCode>(SkpTexts.Templates),
        .. Each<BehaviourStepCode>(BehaviourTexts.Templates),
        .. Each<SuggestionStepCode>(SuggestionTexts.Templates),
    ];

    [Theory]
    [MemberData(nameof(Words))]
    public void Both_languages_say_something_and_name_the_same_parameters(
        string code, string english, string indonesian)
    {
        Assert.True(code.Length > 0 && english.Length > 1 && indonesian.Length > 1);
        Assert.Equal(NamesIn(english), NamesIn(indonesian));
        Assert.EndsWith(".", english, StringComparison.Ordinal);
        Assert.EndsWith(".", indonesian, StringComparison.Ordinal);
    }

    /// <summary>A suggestion tells the plan's steps, the behaviour's and its own in one list.</summary>
    [Fact]
    public void No_code_of_a_suggestion_means_two_things()
    {
        string[] codes =
        [
            .. Enum.GetNames<SkpStepCode>(),
            .. Enum.GetNames<BehaviourStepCode>(),
            .. Enum.GetNames<SuggestionStepCode>(),
        ];
        Assert.Equal(codes.Distinct(), codes);
    }

    [Fact]
    public void A_step_has_words_for_people_and_a_code_and_wire_names_for_programs()
    {
        var step = ExplanationTexts.Step(
            ExplanationCode.BelowFloor,
            "ranking-2026.1",
            ("predicate", Told.Of(Predicate.NeedsImprovement)),
            ("floor", Told.Of(Predicate.VeryGood)));

        Assert.Equal("belowFloor", step.Code);
        Assert.Equal(
            new Dictionary<string, string> { ["predicate"] = "needsImprovement", ["floor"] = "veryGood" },
            step.Parameters);
        Assert.Equal("The predicate needs improvement is less than very good: not in the top share.", step.En);
        Assert.Equal("Predikat butuh perbaikan di bawah sangat baik: tidak masuk kelompok teratas.", step.Id);
    }

    [Theory]
    [InlineData("108.95", "108,95")]
    [InlineData("0", "0")]
    [InlineData("0.333333", "0,333333")]
    public void A_figure_has_a_comma_in_Indonesian_and_a_point_in_English_and_on_the_wire(
        string figure, string indonesian) =>
        Assert.Equal((figure, figure, indonesian), (
            Told.Figure(figure).Wire, Told.Figure(figure).English, Told.Figure(figure).Indonesian));

    [Fact]
    public void A_sum_of_products_is_told_as_it_is_reckoned_by_hand() => Assert.Equal(
        new Told("120.00 × 60 + 80.00 × 20", "120.00 × 60 + 80.00 × 20", "120,00 × 60 + 80,00 × 20"),
        Told.Sum([
            Told.Product(Score.FromHundredths(12000), 60),
            Told.Product(Score.FromHundredths(8000), 20),
        ]));

    [Theory]
    [InlineData(GiverRole.Leader, "leader", "the leader", "atasan")]
    [InlineData(GiverRole.Peer, "peer", "peers", "rekan kerja")]
    [InlineData(GiverRole.Subordinate, "subordinate", "subordinates", "bawahan")]
    [InlineData(GiverRole.Served, "served", "those served", "pihak yang dilayani")]
    public void A_role_is_named_in_both_languages(GiverRole role, string wire, string english, string indonesian) =>
        Assert.Equal(new Told(wire, english, indonesian), Told.Of(role));

    private static IEnumerable<object[]> Each<T>(Func<T, (string English, string Indonesian)> words)
        where T : struct, Enum => Enum.GetValues<T>().Select(
            code => new object[] { JsonFormat.Name(code), words(code).English, words(code).Indonesian });

    private static IEnumerable<string> NamesIn(string text) => Name().Matches(text).Select(m => m.Value).Order();

    [GeneratedRegex("\\{[a-zA-Z]+\\}")]
    private static partial Regex Name();
}
