// Command notices answers long polls.
package main

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"chat.example.com/notices/internal/poll"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 11, 1500)
	board := poll.New()
	go board.Post(ctx, 300*time.Millisecond)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, _ := strconv.Atoi(r.URL.Query().Get("user"))
		fmt.Fprintln(w, board.Next(r.Context(), user, 20*time.Second))
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 150, Pause: 400 * time.Millisecond, Timeout: 40 * time.Second, Path: func(r *rand.Rand) string {
		return "/?user=" + strconv.Itoa(r.Intn(1000))
	}})
	<-ctx.Done()
}
