// Package keeper lights a lamp for the time of a visit.
package keeper

import (
	"context"
	"time"

	"git.nightwatch.example/lamps/lanternroom/lamp"
)

type visit struct {
	lamp   *lamp.Lamp
	height int
	left   chan struct{}
	notes  [48]uint64
}

// prepare makes ready for a visit.
func (v visit) prepare(height int) {
	v.height = height
	v.left = make(chan struct{})
	v.lamp.Turn(height)
}

// Visit lights the lamp and stays for a moment.
func Visit(ctx context.Context, l *lamp.Lamp) {
	v := visit{lamp: l}
	v.prepare(9)
	go v.dim()
	stay := time.NewTimer(400 * time.Millisecond)
	defer stay.Stop()
	select {
	case <-stay.C:
	case <-ctx.Done():
	}
	v.leave()
}

func (v *visit) dim() {
	<-v.left
	v.lamp.Turn(4)
}

func (v *visit) leave() {
	if v.left != nil {
		close(v.left)
	}
}
