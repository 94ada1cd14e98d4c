using System.Text.Json.Nodes;
using Kinerja.Local.Processes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// <c>functions/Host/openapi.json</c> is made, not typed: <c>KINERJA_WRITE=1</c> writes it again from the functions and
/// the words' files.
/// </summary>
public sealed class MadeDocumentTests
{
    /// <summary>With its schemas and examples and its part of what is shared. Typed it was 6,500.</summary>
    private const int MostBytesOfOperation = 3_500;

    private static readonly string Document = Path.Combine(RepositoryFolder.Root, "functions", "Host", "openapi.json");

    [Fact]
    public void The_document_is_what_the_functions_and_the_words_files_say()
    {
        var wanted = CompactJson.Write(DocumentMaker.Make());
        if (Environment.GetEnvironmentVariable("KINERJA_WRITE") == "1")
        {
            File.WriteAllText(Document, wanted);
        }

        // Line by line: the first one that differs says where.
        Assert.Equal(wanted.Split('\n'), File.ReadAllText(Document).Split('\n'));
    }

    [Fact]
    public void The_document_stays_small() => Assert.InRange(
        new FileInfo(Document).Length / ApiDocument.Embedded.Operations.Count, 1, MostBytesOfOperation);

    [Theory]
    [InlineData("""{"a":[1,2],"b":{}}""", 1)]
    [InlineData(
        """{"long":["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",""" + """
          "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"]}
          """,
        6)]
    public void What_does_not_fit_into_a_line_stands_in_several(string json, int lines)
    {
        var written = CompactJson.Write(JsonNode.Parse(json)!);

        Assert.Equal(lines, written.Count(c => c == '\n'));
        Assert.Equal(json, JsonNode.Parse(written)!.ToJsonString());
    }
}
