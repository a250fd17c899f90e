// Package watch watches what passes by.
package watch

import (
	"context"
	"sync"
	"time"

	"github.com/google/gopacket/layers"
	"github.com/google/gopacket/reassembly"

	"go.causeway.example/quay/boot"

	"git.hawkeye.example/net/laurel/flows"
	"git.hawkeye.example/net/laurel/tap"
)

// Watch has an assembler and what it counted.
type Watch struct {
	mu        sync.Mutex
	assembler *reassembly.Assembler
	count     flows.Count
}

// Start watches perSecond conversations that begin; one in three is flawed.
func Start(ctx context.Context, perSecond int) *Watch {
	w := &Watch{}
	w.assembler = reassembly.NewAssembler(reassembly.NewStreamPool(&flows.Factory{Count: &w.count}))
	boot.Every(ctx, time.Second/time.Duration(perSecond), w.see)
	boot.Every(ctx, 2*time.Second, func(int) { w.flush(time.Now().Add(-12 * time.Second)) })
	return w
}

func (w *Watch) see(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, packet := range tap.Conversation(n, n%3 == 1) {
		packet.Metadata().Timestamp = time.Now()
		tcp := packet.TransportLayer().(*layers.TCP)
		w.assembler.AssembleWithContext(packet.NetworkLayer().NetworkFlow(), tcp, seen{packet.Metadata().CaptureInfo})
	}
}

func (w *Watch) flush(before time.Time) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.assembler.FlushCloseOlderThan(before)
}
