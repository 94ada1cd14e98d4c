using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Ranking;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class RankingServices
{
    public static IServiceCollection AddRanking(this IServiceCollection services) => services
        .AddSingleton<IRaterReasons, TableRaterReasons>()
        .AddSingleton<IRankings, TableRankings>()
        .AddSingleton<IResultSummaries, TableResultSummaries>()
        .AddSingleton<SummariseResult>()
        .AddSingleton<RankAgency>()
        .AddSingleton<PublishRanking>()
        .AddSingleton<ReadCalibration>()
        .AddSingleton<ReadLeaderCalibration>()
        .AddSingleton<WriteRaterReason>()
        .AddSingleton<LineSecrets>()
        .AddSingleton<RankingSeals>()
        .AddSingleton<ReadSeal>()
        .AddSingleton<ProveLines>();
}
