using System.Text.Json;
using Kinerja.Application.Surveys;
using Kinerja.Domain;

namespace Kinerja.Application.Queues;

/// <summary>Messages of the queue that counts; an unreadable one throws, as those of other work queues do.</summary>
public static class SurveyMessages
{
    public static ReceivedStep<SurveyStep> Read(BinaryData body)
    {
        var queued = JsonSerializer.Deserialize(body.ToMemory().Span, QueuedStepFormat.Default.QueuedSurveyStep)!;
        queued.CheckLayout();
        return new(queued.ToStep(), queued.Traceparent);
    }

    internal static BinaryData Write(SurveyStep step, string? traceparent) => new(
        JsonSerializer.SerializeToUtf8Bytes(
            QueuedSurveyStep.Of(step, traceparent), QueuedStepFormat.Default.QueuedSurveyStep));
}

internal sealed record QueuedSurveyStep(int Layout, string SurveyId, string AgencyId, int Closing)
    : QueuedStep(Layout)
{
    internal static QueuedSurveyStep Of(SurveyStep step, string? traceparent) =>
        new(CurrentLayout, step.Survey.ToString(), step.Agency.ToString(), step.Closing) { Traceparent = traceparent };

    internal SurveyStep ToStep() =>
        new(Domain.SurveyId.Parse(SurveyId).Value, Domain.AgencyId.Parse(AgencyId).Value, Closing);
}
