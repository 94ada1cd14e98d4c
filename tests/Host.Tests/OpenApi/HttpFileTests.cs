using System.Text;
using System.Text.Json;
using Kinerja.Local.Processes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// The requests of the document as a file that editors send from: <c>functions/docs/kinerja.http</c>. It is made, not
/// typed: <c>KINERJA_WRITE=1</c> writes it again.
/// </summary>
public sealed class HttpFileTests
{
    private const string Page = "functions/docs/kinerja.http";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void The_file_of_requests_is_the_document_s_examples()
    {
        var path = Path.Combine(RepositoryFolder.Root, Page);
        var wanted = Written(ApiDocument.Embedded);
        if (Environment.GetEnvironmentVariable("KINERJA_WRITE") == "1")
        {
            File.WriteAllText(path, wanted);
        }

        Assert.Equal(wanted, File.ReadAllText(path));
    }

    private static string Written(ApiDocument document)
    {
        var text = new StringBuilder("""
            # Every operation with the example of openapi.json, in the order of the document. Made from it by a test.
            # Start the local cloud (`dotnet run --project infra/local`), send the first request, and put its answer,
            # the token, in the place of @token. It lets one do anything in the agency of the examples.

            @api = http://127.0.0.1:7071
            @token = put-the-token-here

            ### Token
            GET http://127.0.0.1:7072/token?agency=pemda-contoh

            """);
        foreach (var operation in document.Operations)
        {
            text.Append($"\n### {operation.Id}: {operation.Json.GetProperty("summary").GetString()}\n");
            text.Append($"{operation.Method} {{{{api}}}}{operation.ExamplePath()}\n");
            text.Append(operation.Scope is null ? "" : "Authorization: Bearer {{token}}\n");
            if (operation.ExampleBody() is { } body)
            {
                text.Append(operation.TakesFile ? "Content-Type: text/csv\n\n" : "Content-Type: application/json\n\n");
                text.Append(operation.TakesFile
                    ? body.ReplaceLineEndings("\n").TrimEnd()
                    : JsonSerializer.Serialize(JsonDocument.Parse(body).RootElement, Indented)).Append('\n');
            }
        }

        return text.ToString();
    }
}
