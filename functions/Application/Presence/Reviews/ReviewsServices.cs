using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Presence.Reviews;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class ReviewsServices
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddSingleton<IReviews, TableReviews>()
        .AddSingleton<FindUnanswered>()
        .AddSingleton<FindOpenDays>()
        .AddSingleton<SweepSignals>()
        .AddSingleton<DecideReview>()
        .AddSingleton<ReadReviews>();
}
