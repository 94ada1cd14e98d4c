using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Feedback;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class FeedbackServices
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddSingleton<IFeedbackNotes, TableFeedback>()
        .AddSingleton<IDialogues, TableDialogues>()
        .AddSingleton<SubmitFeedback>()
        .AddSingleton<ReadFeedbackSummary>()
        .AddSingleton<ReadFeedbackReceivers>()
        .AddSingleton<RecordDialogue>()
        .AddSingleton<ICoaching, TableCoaching>()
        .AddSingleton<KeepCoaching>()
        .AddSingleton<ReadReminders>();
}
