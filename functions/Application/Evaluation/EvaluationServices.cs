using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Evaluation;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class EvaluationServices
{
    public static IServiceCollection AddEvaluation(this IServiceCollection services) => services
        .AddSingleton<IRatings, TableRatings>()
        .AddSingleton<SuggestRating>()
        .AddSingleton<CorrectRater>()
        .AddSingleton<ListRated>()
        .AddSingleton<RatePerformance>();
}
