// Package shards is work that one process at a time may do.
package shards

import (
	"context"
	"hash/fnv"
	"log"
	"sync/atomic"
	"time"

	"git.garrison.example/jobs/reservists/claim"
)

const term = 4 * time.Second

var steps uint64

// Stand is ready to work on a shard until ctx ends.
func Stand(ctx context.Context, folder string, shard int) {
	for ctx.Err() == nil {
		if err := serve(folder, shard); err != nil {
			log.Print(err)
			time.Sleep(time.Second)
		}
		time.Sleep(200 * time.Millisecond)
	}
}

func serve(folder string, shard int) error {
	c, err := claim.Take(folder, shard)
	if err != nil {
		return err
	}
	h := fnv.New64a()
	for end := time.Now().Add(term); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		h.Write([]byte{byte(shard)})
		atomic.AddUint64(&steps, h.Sum64()&1)
	}
	return c.Release()
}
