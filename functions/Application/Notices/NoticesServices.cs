using Kinerja.Application.Workforce;
using Kinerja.Application.WorkPlans;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Notices;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class NoticesServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<IInboxes, TableInboxes>()
        .AddSingleton<IMoves, TableMoves>()
        .AddSingleton<IDailyEntries, TableDailyEntries>()
        .AddSingleton<RemindDailyEntries>()
        .AddSingleton<ReadInbox>();
}
