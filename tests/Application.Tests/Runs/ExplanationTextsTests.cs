using System.Text.RegularExpressions;
using Kinerja.Application.Explanations;
using Kinerja.Application.Runs;

namespace Kinerja.Application.Tests.Runs;

/// <summary>The words of an explanation, in both languages.</summary>
public sealed partial class ExplanationTextsTests
{
    public static TheoryData<ExplanationCode> Codes => [.. Enum.GetValues<ExplanationCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Both_languages_name_the_same_parameters(ExplanationCode code)
    {
        var (english, indonesian) = ExplanationTexts.Templates(code);

        Assert.Equal(NamesIn(english), NamesIn(indonesian));
        Assert.EndsWith(".", english, StringComparison.Ordinal);
        Assert.EndsWith(".", indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_has_words_for_people_and_a_code_and_wire_names_for_programs()
    {
        var step = ExplanationTexts.Step(
            ExplanationCode.BelowFloor,
            "ranking-2026.1",
            ("predicate", Told.Of(Domain.Evaluation.Predicate.NeedsImprovement)),
            ("floor", Told.Of(Domain.Evaluation.Predicate.VeryGood)));

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

    private static IEnumerable<string> NamesIn(string text) => Name().Matches(text).Select(m => m.Value).Order();

    [GeneratedRegex("\\{[a-zA-Z]+\\}")]
    private static partial Regex Name();
}
