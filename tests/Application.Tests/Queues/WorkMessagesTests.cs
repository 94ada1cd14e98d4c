using System.Text.Json;
using Kinerja.Application.Events;
using Kinerja.Application.Exchange;
using Kinerja.Application.Files.Imports;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Queues;
using Kinerja.Application.Runs;
using Kinerja.Application.Surveys;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using NodaTime;

namespace Kinerja.Application.Tests.Queues;

public sealed class WorkMessagesTests
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static readonly RunStep Step = new(Some.AgencyId, Some.Quarter, 1, RunStepKind.Gather, 2, 1);

    private static readonly CloseStep Close = new(
        Some.AgencyId, new YearMonth(2026, 3), 4, Instant.FromUtc(2026, 3, 9, 17, 0));

    [Fact]
    public void A_run_step_comes_back_as_it_was_sent() =>
        Assert.All(Enum.GetValues<RunStepKind>(), kind =>
        {
            var step = new RunStep(Some.AgencyId, Some.Quarter, 2, kind, 17, 3);
            Assert.Equal(new(step, Trace), WorkMessages.ReadRunStep(WorkMessages.Write(step, Trace)));
        });

    [Fact]
    public void A_close_step_comes_back_as_it_was_sent() =>
        Assert.Equal(new(Close, null), WorkMessages.ReadCloseStep(WorkMessages.Write(Close, null)));

    [Fact]
    public void A_survey_step_comes_back_as_it_was_sent()
    {
        var step = new SurveyStep(SurveyId.Parse("asn-2026").Value, Some.AgencyId, 2);
        Assert.Equal(new(step, Trace), SurveyMessages.Read(SurveyMessages.Write(step, Trace)));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("00112233445566778899aabbccddeeff", false)]
    public void A_pull_step_comes_back_as_it_was_sent(string? pull, bool anew)
    {
        var step = new RegisterPullStep(Some.AgencyId, pull, anew);
        Assert.Equal(new(step, Trace), WorkMessages.ReadPullStep(WorkMessages.Write(step, Trace)));
    }

    [Fact]
    public void An_import_step_comes_back_as_it_was_sent_and_its_bytes_are_pinned()
    {
        var step = new ImportStep(Some.AgencyId, ImportId.Of(ImportKind.People, new string('a', 64)), 3);

        Assert.Equal(new(step, Trace), ImportMessages.Read(ImportMessages.Write(step, Trace)));
        Assert.Equal(
            $$"""{"agencyId":"menpanrb","import":"people-{{new string('a', 32)}}","version":3,"layout":1}""",
            ImportMessages.Write(step, null).ToString());
    }

    [Fact]
    public void A_step_to_SIASN_comes_back_as_it_was_sent_and_its_bytes_are_pinned()
    {
        var step = new SiasnStep(Some.AgencyId, Some.Quarter, 2, 7, Anew: true);

        Assert.Equal(new(step, Trace), SiasnMessages.Read(SiasnMessages.Write(step, Trace)));
        Assert.Equal(
            """{"agencyId":"menpanrb","period":"2026-Q1","revision":2,"shard":7,"anew":true,"layout":1}""",
            SiasnMessages.Write(step, null).ToString());
    }

    [Fact]
    public void The_bytes_of_both_messages_are_pinned()
    {
        Assert.Equal(
            $$"""{"agencyId":"menpanrb","period":"2026-Q1","revision":1,"step":"gather","shard":2,"attempt":1,"layout":1,"traceparent":"{{Trace}}"}""",
            WorkMessages.Write(Step, Trace).ToString());
        Assert.Equal(
            """{"agencyId":"menpanrb","month":"2026-03","bucket":4,"plannedAtTicks":17730756000000000,"layout":1}""",
            WorkMessages.Write(Close, null).ToString());
    }

    [Fact]
    public void A_member_that_a_later_release_added_is_passed_over()
    {
        var later = WorkMessages.Write(Step, Trace).ToString().Replace(
            "{", """{"new":{"deep":[1]},""", StringComparison.Ordinal);
        Assert.Equal(Step, WorkMessages.ReadRunStep(new BinaryData(later)).Step);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_message_of_another_layout_waits_for_the_release_that_knows_it(int layout)
    {
        var other = WorkMessages.Write(Step, null).ToString().Replace(
            "\"layout\":1", $"\"layout\":{layout}", StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => WorkMessages.ReadRunStep(new BinaryData(other)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("nonsense")]
    [InlineData("""{"layout":1,"period":"2026-Q1","revision":1,"step":"gather","shard":2,"attempt":1}""")]
    [InlineData(
        """{"layout":1,"agencyId":null,"period":"2026-Q1","revision":1,"step":"gather","shard":2,"attempt":1}""")]
    [InlineData(
        """{"layout":1,"agencyId":"menpanrb","period":"2026-Q1","revision":1,"step":"dance","shard":2,"attempt":1}""")]
    public void An_unreadable_step_throws(string json) =>
        Assert.ThrowsAny<Exception>(() => WorkMessages.ReadRunStep(new BinaryData(json)));

    [Fact]
    public void A_step_of_the_other_queue_is_unreadable() =>
        Assert.Throws<JsonException>(() => WorkMessages.ReadCloseStep(WorkMessages.Write(Step, null)));
}
