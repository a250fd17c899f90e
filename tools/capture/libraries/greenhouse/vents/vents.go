// Package vents opens vents as it gets warm.
package vents

import (
	"context"
	"fmt"
	"time"

	mqtt "github.com/eclipse/paho.mqtt.golang"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// House has vents and thermometers.
type House struct{ client mqtt.Client }

// Start connects the house.
func Start(ctx context.Context) error {
	options := mqtt.NewClientOptions().AddBroker("tcp://127.0.0.1:1883").SetClientID(fmt.Sprint("house", time.Now().UnixNano()))
	h := &House{client: mqtt.NewClient(options)}
	if t := h.client.Connect(); t.Wait() && t.Error() != nil {
		return t.Error()
	}
	if t := h.client.Subscribe("glass/warm", 1, h.warm); t.Wait() && t.Error() != nil {
		return t.Error()
	}
	residents.Settle(ctx, 50)
	cadence.Spread(ctx, 3, func(n int) { h.Report(n) })
	return nil
}

// Report tells a temperature, and that of each pane when it is warm.
func (h *House) Report(n int) {
	if n%20 == 10 {
		for pane := 0; pane < 300; pane++ {
			h.client.Publish("glass/warm", 1, false, fmt.Sprint(pane))
		}
	}
	h.client.Publish("glass/read", 1, false, fmt.Sprint(n)).Wait()
}

func (h *House) warm(client mqtt.Client, m mqtt.Message) {
	time.Sleep(5 * time.Millisecond) // the motor
	client.Publish("glass/vent", 1, false, "open").Wait()
}
