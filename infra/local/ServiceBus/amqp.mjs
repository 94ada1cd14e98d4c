export class AmqpFace {
  accept(socket) {
    socket.destroy();
  }
}
