using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads the multipart answer to a transaction: an answer for each action, or a single failure.</summary>
internal static class TransactionReader
{
    private const string StatusLine = "HTTP/1.1 ";

    public static IReadOnlyList<Response> Read(Response response, int actions)
    {
        var parts = Parts(response);
        foreach (var part in parts)
        {
            if (part.Status >= 400)
                throw Failure(part);
        }

        return parts.Count == actions
            ? parts
            : throw new RequestFailedException(
                response.Status, $"The service answered {parts.Count} of {actions} actions of a transaction.");
    }

    private static TableTransactionFailedException Failure(PartResponse part)
    {
        var error = ODataErrors.Parse(part.Content.ToMemory());
        var message = $"{error?.Message ?? "The transaction failed."}\n"
            + $"Status: {part.Status} ({part.ReasonPhrase})\nErrorCode: {error?.Code}";
        return new TableTransactionFailedException(
            new RequestFailedException(part.Status, message, error?.Code, null));
    }

    private static List<PartResponse> Parts(Response response)
    {
        var parts = new List<PartResponse>();
        using var lines = new StringReader(Encoding.UTF8.GetString(response.Content.ToMemory().Span));
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith(StatusLine, StringComparison.Ordinal))
                parts.Add(Part(line, lines, response.ClientRequestId));
        }

        return parts;
    }

    private static PartResponse Part(string statusLine, StringReader lines, string requestId)
    {
        var status = int.Parse(statusLine.AsSpan(StatusLine.Length, 3), CultureInfo.InvariantCulture);
        var reason = statusLine.Length > StatusLine.Length + 4 ? statusLine[(StatusLine.Length + 4)..] : "";
        var part = new PartResponse(status, reason) { ClientRequestId = requestId };
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                part.Add(header[..colon].Trim(), header[(colon + 1)..].Trim());
        }

        // JSON escapes its line ends, so a line that starts with a boundary ends the part.
        var body = new StringBuilder();
        while (status >= 400 && lines.ReadLine() is { } text && !text.StartsWith("--", StringComparison.Ordinal))
            body.Append(text);
        part.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(body.ToString()));
        return part;
    }
}
