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

// Report tells a temperature.
func (h *House) Report(n int) {
	topic := "glass/read"
	if n%20 == 10 {
		topic = "glass/warm"
	}
	h.client.Publish(topic, 1, false, fmt.Sprint(n)).Wait()
}

func (h *House) warm(client mqtt.Client, m mqtt.Message) {
	client.Publish("glass/vent", 1, false, "open").Wait()
}
