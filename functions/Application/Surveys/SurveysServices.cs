using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Surveys;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class SurveysServices
{
    public static IServiceCollection AddSurveys(this IServiceCollection services) => services
        .AddSingleton<TableSurveys>()
        .AddSingleton<ISurveys>(provider => provider.GetRequiredService<TableSurveys>())
        .AddSingleton<ISurveyResponses>(provider => provider.GetRequiredService<TableSurveys>())
        .AddSingleton<ISurveyCounts, TableSurveyCounts>()
        .AddSingleton<AnswerSurvey>()
        .AddSingleton<ChangeSurvey>()
        .AddSingleton<CountAgency>()
        .AddSingleton<CountSurvey>()
        .AddSingleton<ExtendSurvey>()
        .AddSingleton<PlanSurveyCounts>()
        .AddSingleton<ReadNationalSurveys>()
        .AddSingleton<ReadSurveys>()
        .AddSingleton<WriteSurvey>();
}
