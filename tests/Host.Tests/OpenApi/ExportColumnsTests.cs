using Kinerja.Application.Files.Exports;
using Kinerja.Application.Files.Sheets;
using Kinerja.Local.Processes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>Every column of every file is told of in the API's document and in the office's page.</summary>
public sealed class ExportColumnsTests
{
    public static readonly TheoryData<string> Exports =
    [
        "ExportAttendance", "ExportDeductions", "ExportAllowanceFactors", "ExportResults", "ExportRanking",
        "ExportSurvey",
    ];

    [Theory]
    [MemberData(nameof(Exports))]
    public void The_document_and_the_page_name_every_column_with_its_headings(string export)
    {
        var told = ApiDocument.Embedded[export].Json.GetProperty("responses").GetProperty("200")
            .GetProperty("description").GetString();
        var page = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "functions", "docs", "files.md"));

        Assert.All(ColumnsOf(export), column =>
        {
            Assert.Contains(
                $"`{column.Key}` ({column.English} / {column.Indonesian}): ", told, StringComparison.Ordinal);
            Assert.Contains(
                $"| `{column.Key}` | {column.English} | {column.Indonesian} | ", page, StringComparison.Ordinal);
        });
    }

    private static IEnumerable<SheetColumn> ColumnsOf(string export) => export switch
    {
        "ExportAttendance" => AttendanceColumns.Of(new(2026, 1)).Where(
            c => !c.Key.StartsWith("day", StringComparison.Ordinal)),
        "ExportDeductions" => DeductionColumns.All,
        "ExportAllowanceFactors" => AllowanceColumns.All,
        "ExportResults" => ResultColumns.All,
        "ExportSurvey" => SurveyColumns.All,
        _ => RankingColumns.All,
    };
}
