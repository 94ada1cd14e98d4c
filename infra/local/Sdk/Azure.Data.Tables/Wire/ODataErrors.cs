using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads {"odata.error":{"code":…,"message":{"value":…}}}, the form of every error of the service.</summary>
internal sealed class ODataErrors : RequestFailedDetailsParser
{
    public override bool TryParse(
        Response response,
        [NotNullWhen(true)] out ResponseError? error,
        out IDictionary<string, string>? data)
    {
        data = null;
        error = response.ContentStream is null ? null : Parse(response.Content.ToMemory());
        return error is not null;
    }

    public static ResponseError? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("odata.error", out var error))
            {
                return null;
            }

            var code = error.TryGetProperty("code", out var name) ? name.GetString() : null;
            var message = error.TryGetProperty("message", out var part)
                && part.TryGetProperty("value", out var text)
                    ? text.GetString()
                    : null;
            return new ResponseError(code, message);
        }
        catch (JsonException)
        {
            // A proxy or an overloaded front end answers in HTML: the status then says all there is.
            return null;
        }
    }
}
