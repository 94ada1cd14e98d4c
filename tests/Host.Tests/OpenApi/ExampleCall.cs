using System.Net.Http.Headers;
using System.Text;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>An operation's own example as a call, moved to another agency than the document's.</summary>
internal sealed class ExampleCall(Operation operation, string agency)
{
    private const string DocumentsAgency = "pemda-contoh";

    internal Operation Operation { get; } = operation;

    internal string Target { get; init; } = operation.ExamplePath().Replace(
        DocumentsAgency, agency, StringComparison.Ordinal);

    internal string Path => Target.Split('?')[0];

    internal string? Body { get; } = operation.ExampleBody()?.Replace(
        DocumentsAgency, agency, StringComparison.Ordinal);

    internal Task<Answer> SendAsync(Api api, string? body) =>
        SendContentAsync(api, body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body)));

    internal Task<Answer> SendContentAsync(Api api, HttpContent? content)
    {
        if (content is not null)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue(
                Operation.TakesFile ? "text/csv" : "application/json");
        }

        return api.SendContentAsync(new HttpMethod(Operation.Method), Target, content);
    }
}
