using System.Net;
using System.Text.Json;

namespace Kinerja.AgencyApp;

/// <summary>One answer → what it adds to the tally.</summary>
internal static class AnswerReader
{
    internal static ReplayTally Read(AgencyRequest request, HttpStatusCode status, ReadOnlyMemory<byte> body)
    {
        if ((int)status >= 400)
        {
            var refused = new ReplayTally { Sent = 1 };
            refused.Refuse(ProblemType(status, body));
            return refused;
        }

        // A decision changes what is there, as a PUT does.
        if (request.Method == "PUT" || request.Kind == RequestKind.CorrectionDecision)
        {
            return new ReplayTally { Sent = 1, Put = 1 };
        }

        using var json = JsonDocument.Parse(body);
        var tally = new ReplayTally();
        if (request.Kind == RequestKind.CheckInBatch)
        {
            foreach (var item in json.RootElement.GetProperty("items").EnumerateArray())
            {
                ReadItem(tally, item);
            }
        }
        else
        {
            ReadOne(tally, (int)status, json.RootElement);
        }

        return tally;
    }

    /// <summary>The problem in a line, for a person to read.</summary>
    internal static string Explain(HttpStatusCode status, ReadOnlyMemory<byte> body) =>
        Problem(body) is { } problem
            ? $"{(int)status} {Text(problem, "title")}: {Text(problem, "detail")} {ErrorsOf(problem)}".TrimEnd()
            : $"{(int)status} {status}";

    private static void ReadItem(ReplayTally tally, JsonElement item)
    {
        var status = item.GetProperty("status").GetInt32();
        if (item.TryGetProperty("checkIn", out var checkIn) && checkIn.ValueKind == JsonValueKind.Object)
        {
            ReadOne(tally, status, checkIn);
            return;
        }

        tally.Sent++;
        tally.Refuse(item.TryGetProperty("problem", out var problem) ? Text(problem, "type") : $"http-{status}");
    }

    private static void ReadOne(ReplayTally tally, int status, JsonElement answer)
    {
        tally.Sent++;
        if (status != (int)HttpStatusCode.Created)
        {
            tally.Replayed++;
            return;
        }

        tally.Stored++;
        // Feedback has no placement.
        if (!answer.TryGetProperty("placement", out var placement))
        {
            return;
        }

        tally.Inside += placement.ValueEquals("inside") ? 1 : 0;
        tally.Outside += placement.ValueEquals("outside") ? 1 : 0;
        tally.Uncertain += placement.ValueEquals("uncertain") ? 1 : 0;
        tally.Unknown += placement.ValueEquals("unknown") ? 1 : 0;
        tally.Flexible += answer.TryGetProperty("workMode", out var mode) && mode.ValueEquals("flexible") ? 1 : 0;
        foreach (var code in answer.GetProperty("reasons").EnumerateArray()
            .Select(reason => reason.GetProperty("code")))
        {
            tally.Flagged += code.ValueEquals("mockLocationReported") ? 1 : 0;
            tally.WrongClocks += code.ValueEquals("deviceClockCorrected") ? 1 : 0;
            tally.SentLate += code.ValueEquals("sentLate") ? 1 : 0;
        }
    }

    private static string ProblemType(HttpStatusCode status, ReadOnlyMemory<byte> body) =>
        Problem(body) is { } problem && Text(problem, "type") is { Length: > 0 } type ? type : $"http-{(int)status}";

    /// <summary>Null when something between app and API answered, with a page of its own.</summary>
    private static JsonElement? Problem(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static string ErrorsOf(JsonElement problem) =>
        problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? errors.GetRawText()
            : "";
}
