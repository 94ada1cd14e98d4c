using System.Text.Json.Nodes;
using Kinerja.Local.Processes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// <c>openapi.json</c> and <c>asyncapi.json</c> in <c>functions/Host</c> are made, not typed: <c>KINERJA_WRITE=1</c>
/// writes them again from the functions, the types and the words' files.
/// </summary>
public sealed class MadeDocumentTests
{
    /// <summary>With its schemas and examples and its part of what is shared. Typed it was 6,500.</summary>
    private const int MostBytesOfOperation = 3_400;

    [Fact]
    public void The_document_is_what_the_functions_and_the_words_files_say() =>
        IsMade(Document("openapi.json"), DocumentMaker.Make());

    [Fact]
    public void The_events_document_is_what_the_types_and_the_words_files_say() =>
        IsMade(Document("asyncapi.json"), EventDocumentMaker.Make());

    [Fact]
    public void The_document_stays_small() => Assert.InRange(
        new FileInfo(Document("openapi.json")).Length / ApiDocument.Embedded.Operations.Count, 1, MostBytesOfOperation);

    [Theory]
    [InlineData("""{"a":[1,2],"b":{}}""", 1)]
    [InlineData("""{"long":["{x}","{x}"]}""", 6)]
    public void What_does_not_fit_into_a_line_stands_in_several(string json, int lines)
    {
        var whole = json.Replace("{x}", new string('x', 130), StringComparison.Ordinal);

        var written = CompactJson.Write(JsonNode.Parse(whole)!);

        Assert.Equal(lines, written.Count(c => c == '\n'));
        Assert.Equal(whole, JsonNode.Parse(written)!.ToJsonString());
    }

    private static string Document(string name) => Path.Combine(RepositoryFolder.Root, "functions", "Host", name);

    private static void IsMade(string document, JsonNode made)
    {
        var wanted = CompactJson.Write(made);
        if (Environment.GetEnvironmentVariable("KINERJA_WRITE") == "1")
        {
            File.WriteAllText(document, wanted);
        }

        // Line by line: the first one that differs says where.
        Assert.Equal(wanted.Split('\n'), File.ReadAllText(document).Split('\n'));
    }
}
