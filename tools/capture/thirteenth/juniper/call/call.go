// Package call takes calls of visitors.
package call

import (
	"errors"
	"log"
	"sync/atomic"
	"time"

	"github.com/pion/webrtc/v3"

	"git.peephole.example/view/juniper/visitor"
)

// Hall is where they come in.
type Hall struct {
	seen atomic.Int64
	lost atomic.Int64
}

// Open opens it.
func Open() (*Hall, error) { return &Hall{}, nil }

var errNoAnswer = errors.New("call: no answer")

// Call is visitor n, who sees something for a while.
func (h *Hall) Call(n int) {
	peer, err := h.offer(n)
	if err != nil {
		h.lost.Add(1)
		if !errors.Is(err, errNoAnswer) {
			log.Print(err)
		}
		return
	}
	time.Sleep(400 * time.Millisecond)
	h.seen.Add(1)
	_ = peer.Close()
}

func (h *Hall) offer(n int) (*webrtc.PeerConnection, error) {
	peer, err := webrtc.NewPeerConnection(webrtc.Configuration{})
	if err != nil {
		return nil, err
	}
	if _, err := peer.CreateDataChannel("sight", nil); err != nil {
		return nil, err
	}
	offer, err := peer.CreateOffer(nil)
	if err != nil {
		return nil, err
	}
	gathered := webrtc.GatheringCompletePromise(peer)
	if err := peer.SetLocalDescription(offer); err != nil {
		return nil, err
	}
	<-gathered
	if !visitor.Answers(n, peer.LocalDescription().SDP) {
		return nil, errNoAnswer
	}
	return peer, nil
}
