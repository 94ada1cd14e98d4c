using System.Diagnostics;
using Kinerja.Application.Events;
using Kinerja.Application.Surveys;

namespace Kinerja.Application.Queues;

public sealed class StorageSurveyQueue(WorkQueues queues) : ISurveyQueue
{
    public Task SendAsync(IReadOnlyCollection<SurveyStep> steps, CancellationToken cancel) =>
        queues.SendAsync(
            EntityNames.SurveysQueue, steps.Select(step => SurveyMessages.Write(step, Activity.Current?.Id)), cancel);
}
