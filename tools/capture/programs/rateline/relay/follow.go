// Package relay follows streams.
package relay

import (
	"context"
	"log"

	"example.org/rpcapi"
)

// Follow reads a symbol's stream until it ends.
func Follow(ctx context.Context, quotes rpcapi.Client, symbol string) {
	stream, err := quotes.Watch(ctx, symbol)
	for err == nil {
		_, err = stream.Recv()
	}
	if ctx.Err() == nil {
		log.Print(symbol, ": ", err)
	}
}
