using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.House;

/// <summary>Rows outlive operations: what writes and reads rows names no record of the API.</summary>
public sealed partial class StoredShapesTests
{
    /// <summary>
    /// A person's response to a survey, one of them with its key, an event that waits to be sent as the bytes that it
    /// has, and what a scheme deducts for.
    /// </summary>
    private static readonly string[] WordsOfTheField =
        ["SurveyResponse", "KeyedResponse", "ReadResponse", "OutgoingEvent", "DeductionEvent"];

    [Fact]
    public void No_file_of_rows_names_a_shape_of_the_API()
    {
        var files = Repository.Files.Where(path => FileOfRows().IsMatch(path)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(path => new CodeFile(Repository.Read(path)).Identifiers
            .Where(name => ShapeOfTheApi().IsMatch(name)).Except(
                WordsOfTheField).Select(name => $"{path} names {name}")));
    }

    [GeneratedRegex(
        @"^functions/Application/.*/(Table[A-Z]\w*|\w*Rows|Stored\w+)\.cs$|^functions/Application/StoredJson\.cs$")]
    private static partial Regex FileOfRows();

    [GeneratedRegex(@"\w(Request|Response|Event|Claims)(Array)?$")]
    private static partial Regex ShapeOfTheApi();
}
