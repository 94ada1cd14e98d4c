using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Surveys;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class SurveysServices
{
    public static IServiceCollection AddSurveys(this IServiceCollection services) => services
        .AddSingleton<ISurveys, TableSurveys>()
        .AddSingleton<AnswerSurvey>()
        .AddSingleton<ChangeSurvey>()
        .AddSingleton<CountSurvey>()
        .AddSingleton<ExtendSurvey>()
        .AddSingleton<WriteSurvey>();
}
