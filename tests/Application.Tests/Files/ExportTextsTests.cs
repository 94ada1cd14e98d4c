using System.Text;
using System.Text.Json;
using Kinerja.Application.Files.Exports;
using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Policies;
using Kinerja.Application.Tests.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Files;

/// <summary>A spreadsheet says words in its language where JSON lines have a name of the API's.</summary>
public sealed class ExportTextsTests
{
    /// <summary>Every name that a value of the domain's enums has on the wire.</summary>
    private static readonly IReadOnlySet<string> Names = typeof(AgencyId).Assembly.GetExportedTypes()
        .Append(typeof(SurveyRowState)).Where(type => type.IsEnum).SelectMany(Enum.GetNames)
        .Select(JsonNamingPolicy.CamelCase.ConvertName).ToHashSet();

    [Fact]
    public void Every_value_has_words_in_both_languages_and_is_never_shown_by_its_name()
    {
        Differ<MonthState>(ExportTexts.Of);
        Differ<NoFactorReason>(ExportTexts.Of);
        Differ<EmploymentKind>(ExportTexts.Of);
        Differ<QuestionKind>(ExportTexts.Of);
        Differ<SurveyRowState>(ExportTexts.Of);
        Differ<NotAssessedReason>(ExportTexts.Of);
        Differ<RunState>(ExportTexts.Of, alike: 3);
        Differ<Predicate>(ExportTexts.Of);
        Differ<ExpectationLevel>(ExportTexts.Of);
        Differ<TopShare>(ExportTexts.Of);
        Differ<DayStatus>(ExportTexts.Of);
        Differ<RewardExclusions>(reason => ExportTexts.OfExclusions([JsonFormat.Name(reason)]));
        Differ<GovernmentLevel>(level => ExportTexts.OfGroup(JsonFormat.Name(level)));
        Assert.Equal("biro-sdm", ExportTexts.OfGroup("biro-sdm").In(indonesian: true));
        Assert.Equal(
            "perkara disiplin sedang diperiksa, pegawai baru",
            ExportTexts.OfExclusions(["disciplineInProcess", "newStaff"]).In(indonesian: true));
    }

    [Theory]
    [InlineData(false, "No deduction scheme yet")]
    [InlineData(true, "Belum ada aturan potongan")]
    public async Task A_month_without_a_scheme_says_so_in_words_and_json_lines_say_the_name(bool id, string words)
    {
        var world = new World();
        var sheet = (await MonthsOf(world).DeductionsAsync(Some.AgencyId, new(2026, 1), default)).Value;

        Assert.Contains($",{words},", await CsvAsync(sheet, id), StringComparison.Ordinal);
        Assert.DoesNotContain("noPolicy", await CsvAsync(sheet, id), StringComparison.Ordinal);
        Assert.Contains("\"noPolicy\"", await TextAsync(SheetFormat.Jsonl, sheet, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_of_the_office_shows_a_name_of_the_API_without_words()
    {
        var world = await RatedWorld.PublishedAsync(world =>
            world.Add(Some.Employee("peg-a") with { Discipline = DisciplineStatus.Serving }));
        world.Add(Some.Employee("peg-baru"));
        var results = new ExportResults(
            world.AgencyDirectory, world.Workforce, world.Runs, world.Results, world.ReadRun, world.PinnedPolicies);
        var ranking = new ExportRanking(world.ReadRun, world.Rankings);
        var (agency, period) = (Some.AgencyId, RatedWorld.Period);
        var without = (await results.AllowanceFactorsAsync(agency, period, default)).Value;
        await world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.Allowance, new(2026, 1, 1), null,
            JsonDocument.Parse("""{"shipped":"allowance-luar-negeri-3-2025"}""").RootElement, default);
        Sheet[] sheets =
        [
            without,
            (await results.AllowanceFactorsAsync(agency, period, default)).Value,
            (await results.ResultsAsync(agency, period, null, default)).Value,
            (await ranking.ExecuteAsync(agency, period, null, default)).Value,
            (await MonthsOf(world).AttendanceAsync(agency, new(2026, 1), default)).Value,
            (await MonthsOf(world).DeductionsAsync(agency, new(2026, 1), default)).Value,
        ];

        var bare = new List<string>();
        foreach (var sheet in sheets)
        {
            foreach (var row in await SheetRows.OfAsync(sheet))
            {
                bare.AddRange(row.Where(cell => cell.Value is { Said: null, Text: { } text }
                    && text.Split(' ').Any(Names.Contains)).Select(cell => $"{sheet.Name} {cell.Key} {cell.Value}"));
            }
        }

        Assert.Empty(bare.Distinct());
    }

    private static ExportMonths MonthsOf(World world) => new(
        world.AgencyDirectory,
        new(world.AgencyDirectory, world.AgencyMonths, world.Workforce, world.Payrolls, world.Clock));

    private static Task<string> CsvAsync(Sheet sheet, bool indonesian) =>
        TextAsync(SheetFormat.Csv, sheet, indonesian);

    private static async Task<string> TextAsync(SheetFormat format, Sheet sheet, bool indonesian)
    {
        using var bytes = new MemoryStream();
        await format.WriteAsync(sheet, bytes, indonesian, default);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Differ<T>(Func<T, SheetCell> of, int? alike = null)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        var cells = values.Select(of).ToList();
        Assert.Equal(values.Select(value => JsonFormat.Name(value)), cells.Select(cell => cell.Text));
        foreach (var indonesian in new[] { false, true })
        {
            var words = cells.Select(cell => cell.In(indonesian)).ToList();
            Assert.Equal(alike ?? values.Length, words.Distinct().Count());
            Assert.DoesNotContain(words, text => string.IsNullOrEmpty(text) || Names.Contains(text));
        }
    }
}
