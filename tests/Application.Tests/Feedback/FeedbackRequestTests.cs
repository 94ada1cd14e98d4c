using Kinerja.Application.Tests.Json;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Feedback;

/// <summary>What feedback, delegations and dialogues may say, and where each fault is told.</summary>
public sealed class FeedbackRequestTests
{
    [Theory]
    [InlineData("feedback", "/guide", "0")]
    [InlineData("feedback", "/guide", "4")]
    [InlineData("feedback", "/subject", "\"result\"", "/guide")]
    [InlineData("feedback", "/planFrom", "\"2026-01-01\"", "/resultId", 2)]
    [InlineData("feedback", "/resultId", "\"hasil-1\"", "/planFrom", 2)]
    [InlineData("feedback", "/evidence/0/url", "\"http://dokumen.go.id/a\"")]
    [InlineData("feedback", "/evidence/0/url", "\"https://budi@dokumen.go.id/a\"")]
    [InlineData("feedback", "/evidence/0/url", "\"javascript:alert(1)\"")]
    [InlineData("feedback", "/evidence/0/url", "\"/a\"")]
    [InlineData("feedback", "/evidence/0/url", "")]
    [InlineData("feedback", "/evidence/0/document", "\"Nota\"", "/evidence/0/url")]
    [InlineData("feedback", "/evidence/1/document", "\" \"")]
    [InlineData("feedback", "/evidence", "[null]", "/evidence/0")]
    [InlineData("dialogue", "/leaderId", "")]
    [InlineData("dialogue", "/writtenById", "\"x\"")]
    [InlineData("dialogue", "/period", "\"2026-Q5\"")]
    [InlineData("dialogue", "/heldOn", "\"02-02-2026\"")]
    [InlineData("dialogue", "/purpose", "\"chat\"")]
    [InlineData("dialogue", "/achievement", "\" \"")]
    [InlineData("dialogue", "/obstacles", "\"\"")]
    [InlineData("dialogue", "/actions", "[null]", "/actions/0")]
    [InlineData("dialogue", "/actions/0/id", "\"short\"")]
    [InlineData("dialogue", "/actions/0/dueOn", "")]
    [InlineData("dialogue", "/actions/0/state", "\"closed\"")]
    [InlineData("rater-correction", "/raterId", "")]
    [InlineData("rater-correction", "/correctedById", "")]
    [InlineData("rater-correction", "/reason", "\"\"")]
    [InlineData("feedback-policy", "/leastGivers", "2")]
    [InlineData("feedback-policy", "/points/below", "95", "/points")]
    [InlineData("feedback-policy", "/points/above", "120.001")]
    [InlineData("feedback-policy", "/weights/leader", "0")]
    [InlineData("feedback-policy", "/skpPercentAllHeard", "101")]
    [InlineData("feedback-policy", "/bands/meets", "110", "/bands")]
    [InlineData("delegation", "/delegateId", "")]
    [InlineData("delegation", "/to", "\"2026-02-30\"")]
    [InlineData("delegation", "/grantedById", "")]
    [InlineData("delegation", "/reason", "\" \"")]
    public void Each_fault_is_told_by_its_pointer(
        string body, string pointer, string value, string? at = null, int faults = 1)
    {
        var refusal = BodyReading.Read(body, BodyReading.With(body, pointer, value));
        Assert.Equal((RefusalKind.Malformed, RefusalCodes.InvalidField), (refusal!.Kind, refusal.Code));
        Assert.Equal(at ?? pointer, refusal.Faults[0].Pointer);
        Assert.Equal(faults, refusal.Faults.Count);
    }

    [Fact]
    public void Eleven_links_are_one_too_many()
    {
        static string Links(int count) =>
            BodyReading.With(
                "feedback",
                "/evidence",
                $"[{string.Join(',', Enumerable.Repeat("{\"document\":\"Nota 1\"}", count))}]");
        Assert.Null(BodyReading.Read("feedback", Links(10)));
        Assert.Equal("/evidence", Assert.Single(BodyReading.Read("feedback", Links(11))!.Faults).Pointer);
    }

    [Fact]
    public void A_note_of_before_guides_and_evidence_is_still_read() => Assert.Null(BodyReading.Read("feedback", """
        {"id":"note-0001","agencyId":"menpanrb","giverId":"peg-head","receiverId":"peg-0001","role":"leader",
         "subject":"result","level":"above","words":"Cepat dan rapi."}
        """));
}
