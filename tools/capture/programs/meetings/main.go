// Command meetings holds the participants of a conference.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"chat.example.com/meetings/internal/seat"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/hub"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 16, 1900)
	speech := hub.New[[]byte]()
	go speech.Every(ctx, 100*time.Millisecond, func() []byte { return make([]byte, 320) })
	hall := seat.NewHall(speech, 240)
	ops.Serve(os.Getenv("ADDR"))
	hall.Open(ctx, 200*time.Millisecond)
}
