// Command snapshots keeps a store and copies it from time to time.
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

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
	"github.com/kvlabs/snapshots/internal/shard"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 12, 1600)
	shards := make([]*shard.Shard, 12)
	for i := range shards {
		shards[i] = shard.New(32)
		go shards[i].Every(ctx, time.Duration(2+i)*time.Second)
	}
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key, _ := strconv.Atoi(r.URL.Query().Get("key"))
		fmt.Fprintln(w, shards[key%len(shards)].Put(key))
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 30, Pause: 2 * time.Second, Timeout: 2 * time.Second, Path: func(r *rand.Rand) string {
		return "/?key=" + strconv.Itoa(r.Intn(6000))
	}})
	<-ctx.Done()
}
