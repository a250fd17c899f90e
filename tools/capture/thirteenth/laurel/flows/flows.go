// Package flows puts segments together again.
package flows

import (
	"sync/atomic"

	"github.com/google/gopacket"
	"github.com/google/gopacket/layers"
	"github.com/google/gopacket/reassembly"
)

// Count is what was seen, of all conversations.
type Count struct{ Opened, Closed, Bytes atomic.Int64 }

// Factory makes streams that count.
type Factory struct{ Count *Count }

type stream struct {
	count *Count
	flow  gopacket.Flow
	head  []byte
}

// New is called when a conversation begins.
func (f *Factory) New(network, _ gopacket.Flow, _ *layers.TCP, _ reassembly.AssemblerContext) reassembly.Stream {
	f.Count.Opened.Add(1)
	return &stream{count: f.Count, flow: network}
}

func (s *stream) Accept(_ *layers.TCP, _ gopacket.CaptureInfo, _ reassembly.TCPFlowDirection, _ reassembly.Sequence, start *bool, _ reassembly.AssemblerContext) bool {
	*start = true
	return true
}

func (s *stream) ReassembledSG(sg reassembly.ScatterGather, _ reassembly.AssemblerContext) {
	length, _ := sg.Lengths()
	s.count.Bytes.Add(int64(length))
	if s.head == nil && length > 0 {
		s.head = append([]byte(nil), sg.Fetch(min(length, 64))...)
	}
}

func (s *stream) ReassemblyComplete(reassembly.AssemblerContext) bool {
	s.count.Closed.Add(1)
	return true
}
