using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Objections;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class ObjectionsServices
{
    public static IServiceCollection AddObjections(this IServiceCollection services) => services
        .AddSingleton<ReadWaiting>()
        .AddSingleton<ReadOpenActs>()
        .AddSingleton<IObjections, TableObjections>()
        .AddSingleton<IReceipts, TableReceipts>()
        .AddSingleton<ConfirmReceipt>()
        .AddSingleton<FileObjection>()
        .AddSingleton<ApplyObjections>()
        .AddSingleton<ChangeObjection>()
        .AddSingleton<DecideObjection>()
        .AddSingleton<HearObjection>()
        .AddSingleton<ReadObjections>()
        .AddSingleton<WithdrawObjection>()
        .AddSingleton<ObjectionWindow>()
        .AddSingleton<ReadObjectionTerm>()
        .AddSingleton<WatchDeadlines>()
        .AddSingleton<ReadOverdue>();
}
